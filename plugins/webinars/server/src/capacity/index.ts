export { createGathering, POSTPONED, type Gathering } from './gathering';
export { checkoutHoldUntil, offerHoldUntil, SHORTEST_HOLD_MINUTES } from './hold';
export { freeSeats, hasSeatForNewcomer, withOneMoreWaiting, withSeatTaken, type Room } from './seats';
