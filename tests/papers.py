"""A site around an SOP that belongs to none, so that its papers can be made."""

import dataclasses

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from tests.builders import catalog, office
from tests.builders import sop as faultless


def site_of(sop: Sop) -> Catalog:
    """A catalogue with this SOP, its office, and a source of two lines."""
    return dataclasses.replace(
        catalog(faultless()),
        sop={sop.id: sop},
        sumber={sop.sumber.berkas: ("a", "b")},
        instansi={sop.instansi: office(sop.instansi)},
    )
