export { staffOf, SYSTEM, type Actor } from '../kernel/staff';
export { auditConstraints } from './constraints';
export { flatFields } from './changed-fields';
export { eraseAudit, subjectOfAddress } from './erase-audit';
export { readChoices } from './read-choices';
export { readHistory } from './read-history';
export { historyAdminRoutes, type HistoryDoors } from './routes';
export { isToldElsewhere, toldElsewhere } from './told-elsewhere';
export { writeAudit, type AuditEntry, type WriteAudit } from './write-audit';
