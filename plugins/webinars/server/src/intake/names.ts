const PARTICLES = new Set(
  'von|vom|van|zu|zum|zur|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|af|av'.split('|'),
);

/** Somebody's name in two: what follows a comma is the given name, and small words such as "von" begin the family name. */
export const splitName = (name: string): { firstName: string; lastName: string } => {
  const [family, given] = name.split(',').map((part) => part.trim());
  if (family && given) return { firstName: given, lastName: family };
  const words = (family ?? '').split(/\s+/).filter(Boolean);
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLES.has(word));
  const at = particle > 0 ? particle : Math.max(1, words.length - 1);
  return { firstName: words.slice(0, at).join(' '), lastName: words.slice(at).join(' ') };
};
