export { createGathering, POSTPONED, type Gathering } from './gathering';
export { checkoutHoldUntil, offerHoldUntil } from './hold';
export { freeSeats, hasSeatForNewcomer, withOneMoreWaiting, withSeatTaken, type Room } from './seats';
