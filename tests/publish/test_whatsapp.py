"""A service as a message: everything one asks before leaving home, and no more."""

from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.whatsapp import link, text
from tests.builders import BY_SOP, catalog, sop

ADDRESS = "https://contoh.test/kota-contoh/kartu/"


def message(**changes: object) -> str:
    made = sop(**changes)
    phone = {"jenis": "telepon", "nilai": "(0285) 421731", "dasar": BY_SOP}
    hours = {"uraian": ["Senin-Jumat 08.00-15.00"], "dasar": BY_SOP}
    return text(layanan(catalog(made, kontak=[phone], jam_layanan=hours), made), ADDRESS)


def test_the_message_holds_papers_with_amounts_time_cost_place_hours_contact_and_page() -> None:
    photo = {"berkas": "Pas foto", "bentuk": "warna", "jumlah": "2 lembar", "wajib": "ya"}
    assert message(
        persyaratan=[photo | {"dasar": BY_SOP}], tempat={"nama": "Loket 1", "dasar": BY_SOP}
    ) == (
        "*Pembuatan Kartu Contoh*\n"
        "Membuat Kartu Contoh.\n"
        "\n"
        "Yang perlu disiapkan:\n"
        "- Pas foto (warna, 2 lembar)\n"
        "\n"
        "Waktu: 30 menit\n"
        "Biaya: Gratis\n"
        "Tempat: Loket 1. Alamat dinas tidak disebut dalam dokumen.\n"
        "Jam: Senin-Jumat 08.00-15.00\n"
        "(0285) 421731\n"
        "\n"
        f"{ADDRESS}"
    )


def test_what_nobody_states_is_left_out() -> None:
    said = message(biaya={"tidak_disebut": "ya"}, persyaratan=[])
    assert "Tidak disebut" not in said
    assert "Biaya" not in said
    assert "disiapkan" not in said


def test_the_link_cannot_be_broken_out_of() -> None:
    made = sop(nama="A & B ?#\n<script>")
    address = link(layanan(catalog(made), made), ADDRESS)
    assert address.startswith("https://wa.me/?text=%2AA%20%26%20B")
    assert not set('<>" \n#&') & set(address)
