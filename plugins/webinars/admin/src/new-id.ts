/** A name for a rule that no rule has had before: what happened by it says for ever which one it was. */
export const newRuleId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `rule-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};
