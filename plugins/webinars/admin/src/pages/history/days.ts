const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

const midnight = (day: string | undefined, later: number): string | undefined => {
  const [, year, month, date] = DAY.exec(day ?? '')?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const instant = new Date(year, month - 1, date + later);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

/** A date as the address has it, on the reader's own clock. */
export const dayOf = (date: Date | undefined): string | null => {
  if (!date) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The first moment of a day. */
export const dateOf = (day: string | undefined): Date | undefined => {
  const instant = midnight(day, 0);
  return instant === undefined ? undefined : new Date(instant);
};

/** From the first moment of the first day to the last of the last, on the reader's own clock. */
export const instantsOf = ({ from, to }: { from?: string; to?: string }): { from?: string; to?: string } => ({
  from: midnight(from, 0),
  to: midnight(to, 1),
});
