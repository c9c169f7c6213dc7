/** What was seen of somebody in a session. `minutes` null: nothing was recorded. */
export type Seen = {
  minutes: number | null;
  duration: number;
  questions: number;
  messages: number;
  rating: number | null;
};

// Being there is most of it; a question says more than a message, and saying how it was counts as well.
const PRESENCE = 70;
const QUESTION = 8;
const MESSAGE = 2;
const MOST_TALK = 20;
const RATED = 10;

/** How much of a session somebody was there and took part, from 0 to 100. Null where nothing was recorded. */
export const engagementOf = ({ minutes, duration, questions, messages, rating }: Seen): number | null => {
  if (minutes === null) return null;
  const presence = Math.min(1, minutes / Math.max(1, duration)) * PRESENCE;
  const talk = Math.min(MOST_TALK, questions * QUESTION + messages * MESSAGE);
  return Math.round(presence + talk + (rating === null ? 0 : RATED));
};
