const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far one instant is from another, in the largest unit there is a whole one of: 90 minutes are 1 hour. */
export const distanceBetween = (from: string, to: string): { count: number; unit: (typeof UNITS)[number][0] } => {
  const away = Date.parse(to) - Date.parse(from);
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? UNITS[2];
  // Not −0, which is spelt as if it were past.
  return { count: Math.trunc(away / length) || 0, unit };
};
