const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

const midnight = (day: string | undefined, later: number): string | undefined => {
  const [, year, month, date] = DAY.exec(day ?? '')?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const instant = new Date(year, month - 1, date + later);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

/** From the first moment of the first day to the last of the last, on the reader's own clock. */
export const instantsOf = ({ from, to }: { from?: string; to?: string }): { from?: string; to?: string } => ({
  from: midnight(from, 0),
  to: midnight(to, 1),
});
