"""Contacts as links that a phone can follow, made only of what was recognised."""

from typing import Any

import pytest

from sop_terbuka.meaning.kontak import complaints, contacts, tappable
from tests.builders import BY_SOP, office


def contact(kind: str, text: str, **more: Any) -> str:
    item = {"jenis": kind, "nilai": text, "dasar": BY_SOP} | more
    (made,) = contacts(office(kontak=[item]))
    return made.alamat


@pytest.mark.parametrize(
    ("kind", "text", "link"),
    [
        ("telepon", "(0285) 421731", "tel:+62285421731"),
        ("telepon", "0285-421 731 (loket)", "tel:+62285421731"),
        ("telepon", "+62 285 421731", "tel:+62285421731"),
        ("telepon", "112", "tel:112"),
        ("telepon", "(0285) 421731 atau (0285) 421732", ""),
        ("telepon", "lewat operator", ""),
        ("whatsapp", "08159946937", "https://wa.me/628159946937"),
        ("whatsapp", "0815-9946-937 (Ibu Ani)", "https://wa.me/628159946937"),
        ("surel", "balai@contoh.go.id (Balai Latihan)", "mailto:balai@contoh.go.id"),
        ("surel", "a@contoh.go.id dan b@contoh.go.id", ""),
        ("situs", "contoh.go.id", ""),
        ("faksimile", "(0285) 421731", ""),
        ("telepon", "javascript:alert(1)", ""),
        ("surel", "a@contoh.go.id?bcc=x@jahat.test", ""),
    ],
)
def test_a_contact_becomes_a_link_only_when_it_is_clear(kind: str, text: str, link: str) -> None:
    assert contact(kind, text) == link


def test_an_address_leads_to_a_map_by_its_text() -> None:
    query = "Jalan%20Contoh%201%20%26%20lain%2C%20Kota%20Contoh"
    assert contact("alamat", "Jalan Contoh 1 & lain") == (
        f"https://www.google.com/maps/search/?api=1&query={query}"
    )


def test_a_link_of_the_data_comes_first() -> None:
    assert contact("situs", "contoh.go.id", url="https://contoh.go.id") == "https://contoh.go.id"


def test_a_complaint_channel_is_known_by_its_name() -> None:
    items = [
        {"nama": "WhatsApp", "nilai": "08159946937", "dasar": BY_SOP},
        {"nama": "Datang langsung", "nilai": "Ke kantor", "dasar": BY_SOP},
        {"nama": "SMS", "nilai": "1708", "dasar": BY_SOP},
    ]
    links = [item.alamat for item in complaints(office(pengaduan=items))]
    assert links == ["https://wa.me/628159946937", "", "sms:1708"]


def test_one_of_each_kind_can_be_used_at_once() -> None:
    numbers = ["(0285) 421731", "(0285) 421732"]
    items = [{"jenis": "telepon", "nilai": number, "dasar": BY_SOP} for number in numbers]
    mail = {"jenis": "surel", "nilai": "a@contoh.go.id", "dasar": BY_SOP}
    shown = tappable(contacts(office(kontak=[*items, mail])))
    assert [item.teks for item in shown] == ["(0285) 421731", "a@contoh.go.id"]
