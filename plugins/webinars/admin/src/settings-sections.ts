import {
  brandPath,
  checksPath,
  consentsPath,
  odooSettingsPath,
  programmeSettingsPath,
  queuePath,
  remindersPath,
  settingsPath,
  templatesPath,
} from './paths';
import { PERMISSIONS } from './permissions';
import { useText } from './translate';
import { useMayDo } from './use-may';

const ROOTS = [settingsPath, brandPath, templatesPath, odooSettingsPath];

/** Whether an address is one of the settings. */
export const isInSettings = (pathname: string): boolean =>
  ROOTS.some((root) => pathname === root || pathname.startsWith(`${root}/`));

/** What can be set, those parts that the reader may. */
export const useSettingsSections = () => {
  const text = useText();
  const maySetProgramme = useMayDo(PERMISSIONS.setProgramme);
  const maySetMails = useMayDo(PERMISSIONS.setMails);
  return [
    { to: programmeSettingsPath, label: text('nav.programme'), isOpen: maySetProgramme },
    { to: brandPath, end: true, label: text('nav.brand'), isOpen: maySetMails },
    { to: remindersPath, label: text('nav.reminders'), isOpen: maySetMails },
    { to: templatesPath, label: text('nav.templates'), isOpen: maySetMails },
    { to: consentsPath, label: text('nav.consents'), isOpen: maySetProgramme },
    { to: odooSettingsPath, label: text('nav.odoo'), isOpen: useMayDo(PERMISSIONS.setPartners) },
    { to: queuePath(), label: text('nav.queue'), isOpen: useMayDo(PERMISSIONS.manageJobs) },
    { to: checksPath, label: text('nav.checks'), isOpen: useMayDo(PERMISSIONS.verify) },
  ].filter(({ isOpen }) => isOpen);
};
