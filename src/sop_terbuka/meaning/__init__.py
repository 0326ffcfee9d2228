"""What the data means. In: a catalogue. Out: facts, worked out once. Knows `data` only.

Read `graph` (a flow as symbols and ways), `flow` (as ways between steps), `kata_alur` (in words),
`tempuh` (what is walked, how long it takes), `applicant` (the applicant's own steps), then
`layanan`: one frozen record of facts per SOP, made of `fakta`, `lama`, `syarat`, `hukum` and
`standar`, that every page, paper and file reads and none works out again. `temuan` finds what is
odd, `perbandingan` sets offices side by side (`banyak` very many), `kunjungan` asks which papers a
visit needs, `mermaid` writes a flow as text.
"""
