const DAY = 86_400_000;

const spell = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The weeks of a month as a calendar shows them: whole ones, from Monday on. */
export const weeksOf = (month: string): string[][] => {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const end = Date.parse(`${monthBeside(month, 1)}-01T00:00:00Z`);
  const weeks = Math.ceil((end - start) / (7 * DAY));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => spell(start + (week * 7 + day) * DAY)),
  );
};

/** The month so many months later, or earlier. */
export const monthBeside = (month: string, months: number): string => {
  const [year, number] = month.split('-').map(Number);
  return spell(Date.UTC(year!, number! - 1 + months, 1)).slice(0, 7);
};

export const dayAfter = (day: string): string => spell(Date.parse(`${day}T00:00:00Z`) + DAY);
