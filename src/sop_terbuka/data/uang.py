"""Amounts of money as people read them."""


def rupiah(amount: int) -> str:
    """An amount in the spelling of EYD, without a space: `Rp10.000`."""
    return "Rp" + f"{amount:,}".replace(",", ".")
