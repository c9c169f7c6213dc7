export { createQueueDoors, type QueueDoors } from './queue-doors';
export { queueAdminRoutes } from './routes';
