/**
 * The one script of the pages: counts down to the opening of the door, and looks again once it is there. It stands here as it is sent, so
 * that the page's policy can name its digest. It counts from what the server said is left, so a wrong clock does no harm; without it the
 * page says the same and has a link to look again.
 */
export const COUNTDOWN = `(() => {
  const place = document.querySelector('[data-left]');
  if (!place) return;
  const opens = performance.now() + Math.max(1000, Number(place.dataset.left));
  const format = (count, unit) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  const tick = () => {
    let left = Math.ceil((opens - performance.now()) / 1000);
    if (left <= 0) return location.reload();
    const parts = [];
    for (const [unit, seconds] of [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]]) {
      const count = Math.floor(left / seconds);
      left -= count * seconds;
      if ((count > 0 || parts.length > 0) && parts.length < 2) parts.push(format(count, unit));
    }
    place.textContent = place.dataset.text.replace('#', parts.join(' '));
    setTimeout(tick, 1000);
  };
  tick();
})();`;
