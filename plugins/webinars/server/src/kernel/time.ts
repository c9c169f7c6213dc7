/** The one importer of luxon: zones and local times stand behind this file. */
export { DateTime, IANAZone } from 'luxon';
