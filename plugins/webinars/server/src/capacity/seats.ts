/** What decides whether there is a seat. */
export type Room = {
  /** Null is without limit. */
  capacity: number | null;
  taken: number;
  waiting: number;
};

/** Seats that could be given away. Never negative: a capacity lowered below the seats taken cancels nobody. */
export const freeSeats = ({ capacity, taken }: Pick<Room, 'capacity' | 'taken'>): number =>
  capacity === null ? Infinity : Math.max(0, capacity - taken);

/** A newcomer is seated only where nobody waits: there is no gap to jump into. */
export const hasSeatForNewcomer = (room: Room): boolean => room.waiting === 0 && freeSeats(room) > 0;

export const withSeatTaken = (room: Room): Room => ({ ...room, taken: room.taken + 1 });

export const withOneMoreWaiting = (room: Room): Room => ({ ...room, waiting: room.waiting + 1 });
