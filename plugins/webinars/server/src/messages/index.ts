export { someoneOf } from './audience';
export { messagesConstraints } from './constraints';
export { createMessages, type Messages } from './messages';
export { messageAdminRoutes, type MessageDoors } from './routes';
export { createWriteMails, writeMessageJob } from './write-mails';
