import { actorOf, actorOfEvent } from './actors';

describe('who did it', () => {
  it('tells administrators and API tokens apart, by name', () => {
    expect(actorOf('staff:7', 'Ada')).toEqual({ key: 'staff:7', kind: 'staff', name: 'Ada' });
    expect(actorOf('token:7', 'Website')).toEqual({ key: 'token:7', kind: 'token', name: 'Website' });
  });

  it('takes a registration for the attendee’s own doing', () => {
    expect(actorOfEvent({ type: 'registration.confirmed', data: {} }).kind).toBe('visitor');
    expect(actorOfEvent({ type: 'registration.cancelled', data: { reason: 'by_attendee' } }).kind).toBe('visitor');
  });

  it('takes what staff did before there was an audit log for theirs', () => {
    expect(actorOfEvent({ type: 'registration.confirmed', data: { door: 'documents' } }).kind).toBe('staff');
    expect(actorOfEvent({ type: 'registration.cancelled', data: { reason: 'by_admin' } }).kind).toBe('staff');
  });

  it('takes what time made due for the system’s', () => {
    expect(actorOfEvent({ type: 'session.went_live', data: {} }).kind).toBe('system');
    expect(actorOfEvent({ type: 'registration.cancelled', data: { reason: 'payment_expired' } }).kind).toBe('system');
  });
});
