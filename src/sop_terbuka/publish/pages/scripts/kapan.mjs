// By when a service is ready, from the time that its standard states.

/**
 * The day on which a number of counted days has passed after another; null beyond what is known.
 * @param {Date} from
 * @param {{days: number, weekdays: Set<number>, holidays: Set<string>, last: string}} rule
 *   weekdays with Monday as 0
 * @returns {Date | null}
 */
export function readyOn(from, { days, weekdays, holidays, last }) {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate());
  for (let left = days; left > 0; ) {
    day.setDate(day.getDate() + 1);
    if (isoDay(day) > last) return null;
    if (weekdays.has((day.getDay() + 6) % 7) && !holidays.has(isoDay(day))) left -= 1;
  }
  return day;
}

function isoDay(day) {
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * Say a date for papers that are complete today; without one the sentence stays as it is.
 * @param {HTMLElement} place
 */
function sayWhen(place) {
  const { kapan, hari, libur, sampai } = place.dataset;
  const day = readyOn(new Date(), {
    days: Number(kapan),
    weekdays: new Set(hari.split(" ").map(Number)),
    holidays: new Set(libur.split(" ")),
    last: sampai,
  });
  if (!day) return;
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const words = new Intl.DateTimeFormat("id-ID", parts).format(day);
  const said = document.createElement("strong");
  said.textContent = `Bila berkas lengkap diserahkan hari ini: paling lambat ${words}. `;
  place.querySelector("span").prepend(said);
}

if (typeof document !== "undefined") {
  document.querySelectorAll("[data-kapan]").forEach(sayWhen);
}
