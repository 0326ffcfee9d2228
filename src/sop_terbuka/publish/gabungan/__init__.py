"""One front for many sites: a thin portal made of what each of them publishes in `api/v1/`.

`daftar` says which sites and fetches their files, `terima` takes in what can be trusted of them,
`susun` brings like services together, `cari` makes the index, `portal` the pages and files.
"""
