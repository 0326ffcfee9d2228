'use strict';
const isi = JSON.parse(document.getElementById('isi').textContent);
const butir = isi.butir;
const simpanan = 'lembar:' + isi.sop;
// Seen or not goes with the words: a value that changes has to be looked at again.
const kunci = b => JSON.stringify([b.label, b.teks, b.kini ?? null]);
let keadaan = {};
try { keadaan = JSON.parse(localStorage.getItem(simpanan)) || {}; } catch (e) { keadaan = {}; }
const nilai = b => keadaan[kunci(b)] || '';
const ambil = id => document.getElementById(id);
const buat = (nama, kelas, teks) => {
  const el = document.createElement(nama);
  if (kelas) el.className = kelas;
  if (teks !== undefined) el.textContent = teks;
  return el;
};
let kini = Math.max(0, butir.findIndex(b => !nilai(b)));

function gambarBerkas() {
  const wadah = ambil('berkas');
  for (const h of isi.halaman) {
    const lembar = buat('div', 'lembar');
    lembar.dataset.halaman = h.halaman;
    if (h.judul) lembar.append(buat('h2', '', h.judul));
    if (h.gambar) {
      lembar.classList.add('foto');
      const img = new Image();
      img.src = h.gambar;
      img.alt = 'Halaman ' + h.halaman;
      lembar.append(img);
    } else if (h.tabel) {
      const tabel = document.createElement('table');
      for (const baris of h.tabel) {
        const tr = tabel.insertRow();
        for (const sel of baris) {
          const td = tr.insertCell();
          td.textContent = sel.teks;
          td.colSpan = sel.lebar;
          td.rowSpan = sel.tinggi;
          td.dataset.sel = sel.sel;
        }
      }
      lembar.append(tabel);
    } else {
      const ol = buat('ol', 'baris');
      h.baris.forEach((teks, n) => {
        const li = buat('li', '', teks);
        li.dataset.nomor = n + 1;
        ol.append(li);
      });
      lembar.append(ol);
    }
    wadah.append(lembar);
  }
}

function tandai(b) {
  document.querySelectorAll('.tanda').forEach(el => el.remove());
  document.querySelectorAll('.sini').forEach(el => el.classList.remove('sini'));
  let pertama = null;
  for (const t of b.tempat) {
    const h = isi.halaman.find(x => x.halaman === t.halaman);
    const lembar = document.querySelector('.lembar[data-halaman="' + Number(t.halaman) + '"]');
    if (!h || !lembar) continue;
    let el = null;
    if (h.gambar && t.kotak) {
      const [x0, y0, x1, y1] = t.kotak, [w, tinggi] = h.ukuran;
      el = buat('div', 'tanda');
      el.style.left = (100 * x0 / w) + '%';
      el.style.top = (100 * y0 / tinggi) + '%';
      el.style.width = (100 * Math.max(x1 - x0, 2) / w) + '%';
      el.style.height = (100 * Math.max(y1 - y0, 2) / tinggi) + '%';
      lembar.append(el);
    } else if (t.sel) {
      el = [...lembar.querySelectorAll('td')].find(td => td.dataset.sel === t.sel || td.dataset.sel === t.sel.split(':')[0]) || null;
      if (el) el.classList.add('sini');
    } else if (t.baris) {
      const semua = lembar.querySelectorAll('li');
      for (let n = t.baris[0]; n <= t.baris[1]; n++) {
        const li = semua[n - 1];
        if (li) { li.classList.add('sini'); el = el || li; }
      }
    }
    pertama = pertama || el || lembar;
  }
  if (pertama) pertama.scrollIntoView({ block: 'center', inline: 'center' });
}

const kata = { benar: 'benar', ubah: 'perlu diubah', '': 'belum dilihat' };

function tampilkan() {
  const b = butir[kini];
  const kartu = ambil('kartu');
  kartu.replaceChildren();
  const dilihat = butir.filter(x => nilai(x)).length;
  ambil('maju').textContent = dilihat + ' dari ' + butir.length + ' sudah dilihat';
  document.querySelectorAll('#daftar button').forEach((el, n) => {
    el.setAttribute('aria-current', n === kini ? 'true' : 'false');
    el.querySelector('.mark').textContent = kata[nilai(butir[n])];
    if (n === kini) el.scrollIntoView({ block: 'nearest' });
  });
  if (!b) { kartu.append(buat('h2', '', 'Tidak ada yang perlu dilihat.')); return; }
  kartu.append(buat('h2', '', b.label), buat('p', 'isi', b.teks || '(kosong)'));
  if (b.ragu) kartu.append(buat('p', 'ragu', 'Diragukan: ' + b.ragu));
  if (b.kini !== undefined) {
    kartu.append(buat('p', 'kini', 'Di data sekarang: ' + (b.kini || '(dihapus)') + '. Semula: ' + (b.semula || '(kosong)')));
  }
  if (b.data.length) {
    kartu.append(buat('p', 'kunci', 'Kunci di data: ' + b.data.map(k => typeof k === 'number' ? k + 1 : k).join(' › ')));
  }
  if (dilihat === butir.length) {
    const ubah = butir.filter(x => nilai(x) === 'ubah');
    kartu.append(buat('h2', '', 'Semua sudah dilihat.'));
    if (ubah.length) {
      kartu.append(buat('p', '', ubah.length + ' perlu diubah di data:'));
      const ul = document.createElement('ul');
      ubah.forEach(x => ul.append(buat('li', '', x.label + ': ' + x.teks)));
      kartu.append(ul);
    }
  }
  tandai(b);
}

function pindah(n) {
  kini = Math.min(Math.max(n, 0), butir.length - 1);
  tampilkan();
}

function jawab(apa) {
  const b = butir[kini];
  if (!b) return;
  keadaan[kunci(b)] = apa;
  try { localStorage.setItem(simpanan, JSON.stringify(keadaan)); } catch (e) { /* the page still works */ }
  const belum = n => !nilai(butir[n]);
  const urut = [...butir.keys()];
  const berikut = [...urut.slice(kini + 1), ...urut.slice(0, kini)].find(belum);
  pindah(berikut === undefined ? kini : berikut);
}

document.title = 'Lembar periksa ' + isi.sop;
ambil('judul').textContent = isi.sop + ' dari ' + isi.berkas;
butir.forEach((b, n) => {
  const li = document.createElement('li');
  const el = buat('button');
  el.type = 'button';
  el.append(buat('span', 'mark', ''), document.createTextNode(b.label + ': ' + b.teks));
  el.addEventListener('click', () => pindah(n));
  li.append(el);
  ambil('daftar').append(li);
});
ambil('benar').addEventListener('click', () => jawab('benar'));
ambil('ubah').addEventListener('click', () => jawab('ubah'));
ambil('sebelum').addEventListener('click', () => pindah(kini - 1));
ambil('berikut').addEventListener('click', () => pindah(kini + 1));
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const guna = {
    ArrowDown: () => pindah(kini + 1), j: () => pindah(kini + 1),
    ArrowUp: () => pindah(kini - 1), k: () => pindah(kini - 1),
    Enter: () => jawab('benar'), u: () => jawab('ubah'), U: () => jawab('ubah'),
  }[e.key];
  // A focused button keeps its own Enter.
  if (!guna || (e.key === 'Enter' && e.target instanceof HTMLButtonElement)) return;
  e.preventDefault();
  guna();
});
gambarBerkas();
tampilkan();
