export { intakeConstraints } from './constraints';
export { forgetIntakes } from './forget';
export { createIntakes } from './intakes';
export { createReport } from './report';
export { intakeAdminRoutes, type IntakeDoors } from './routes';
export { createIntakeWork, intakeJob } from './work';
