/** @typedef {{ days?: number, hours?: number, minutes?: number, seconds?: number }} Span */

/** @param {Span} span */
const milliseconds = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

/** A clock that stands where a test puts it. Untouched, it tells the real time. */
export const createMovableClock = () => {
  /** @type {number | null} */
  let standsAt = null;
  return {
    now: () => new Date(standsAt ?? Date.now()),
    /** Stops the clock at an instant. @param {string | number | Date} instant */
    set(instant) {
      standsAt = +new Date(/** @type {any} */ (typeof instant === 'object' ? +instant : instant));
    },
    /** Moves the clock on, and stops it there. @param {Span} span */
    advance(span) {
      standsAt = (standsAt ?? Date.now()) + milliseconds(span);
    },
    reset() {
      standsAt = null;
    },
  };
};
