import type { Core } from '@strapi/strapi';
import type { ChosenRegistrations } from '../../contracts/bulk';
import { readChoices, readHistory, SYSTEM, toldElsewhere, writeAudit, type Actor, type HistoryDoors } from './audit';
import { createBulk, type Bulk } from './bulk';
import { createExports, type Exports } from './exports';
import type { Foundation } from './foundation';
import { createIntakes, createReport, type IntakeDoors } from './intake';
import { deadLetters, replayDeadLetters, type DeadLetter } from './jobs';
import { rows } from './kernel/database';
import { notFound } from './kernel/errors';
import { UID } from './kernel/uids';
import { createMailAdminController, findSessions } from './mail';
import { createMessages, someoneOf, type MessageDoors } from './messages';
import { readOdooSettings, saveOdooSettings, type OdooDoors } from './odoo';
import {
  createVerify,
  keepVerification,
  lastVerification,
  readVerification,
  readVerifications,
  inWords,
  type Difference,
  type InWords,
  verifySession,
  type CheckDoors,
  type Verification,
  type VerifyOptions,
} from './ops';
import {
  createReadActivity,
  createReadOverview,
  createReadPeriod,
  recountRegistrations,
  wrongDays,
  type OverviewDoors,
} from './overview';
import { createReadPeople, type PeopleDoors } from './people';
import { createQueueDoors, type QueueDoors } from './queue';
import { createPlanning, createSessionDocuments, type Planning } from './planning';
import { createForeseeChange, createPromote, createStaffDoor, foreseeTogether, slugOfCopy } from './registration';
import {
  createChangeReminder,
  createSendNow,
  foreseeMove,
  foreseeReminders,
  readSessionPlan,
  upcomingReminders,
  type ReminderDeps,
} from './reminders';
import {
  chosen,
  countChosen,
  createActs,
  createViews,
  readChoices as readRosterChoices,
  readChosenIds,
  readChosenRows,
  readDetail,
  readPage,
  type RosterDoors,
} from './roster';
import { createRunSheetDoors, type RunSheetDoors } from './run-sheet';
import { freeze } from './selections';

/** What the pages in the admin ask for. */
export type ForStaff = {
  mailAdminController: ReturnType<typeof createMailAdminController>;
  messageDoors: MessageDoors;
  planning: Planning;
  runSheetDoors: RunSheetDoors;
  odooDoors: OdooDoors;
  historyDoors: HistoryDoors;
  rosterDoors: RosterDoors;
  intakeDoors: IntakeDoors;
  bulk: Bulk;
  exports: Exports;
  queueDoors: QueueDoors;
  checkDoors: CheckDoors;
  deadLetters(): Promise<DeadLetter[]>;
  /** Gives dead letters their tries again. Answers how many there were. */
  replayDeadLetters(ids: readonly string[], by?: Actor): Promise<number>;
  verify(options?: {
    repair?: boolean;
  }): Promise<Omit<Verification, 'differences'> & { differences: InWords<Difference>[] }>;
  overview: OverviewDoors;
  peopleDoors: PeopleDoors;
};

export const createForStaff = (strapi: Core.Strapi, foundation: Foundation): ForStaff => {
  const {
    settings,
    clock,
    database,
    links,
    siteUrl,
    registrationDeps,
    registrations,
    mail,
    partners,
    programme,
    jobs,
  } = foundation;
  /** Whom a list's filter is about: its days are the programme's. */
  const chosenNow = async (which: ChosenRegistrations) => chosen(which, await programme.timezone());
  const reminderDeps: ReminderDeps = {
    database,
    clock,
    audit: writeAudit,
    async saveOverrides(documentId, reminders) {
      // The types that Strapi writes for the content are the application's, not the plugin's.
      await toldElsewhere(() => strapi.documents(UID.session).update({ documentId, data: { reminders } as never }));
    },
  };
  const runSheetDoors = createRunSheetDoors({
    database,
    clock,
    ports: {
      reminders: readSessionPlan,
      syncs: partners.syncs,
      verify: async (sql, session, locale) => (await verifySession(sql, session)).map((one) => inWords(one, locale)),
      async preview(kind, locale, reference) {
        const { subject, preheader, body } = await mail.templates.one(kind, locale);
        return mail.preview(kind, locale, { subject, preheader, body }, reference, locale);
      },
      changeReminder: createChangeReminder(reminderDeps),
      foreseeMove,
      sendReminder: createSendNow(reminderDeps),
      promote: createPromote({ ...registrationDeps, audit: writeAudit }),
      publicPage: links.session,
      calendarFile: (slugOrId) =>
        `${settings.publicUrl}/api/webinars/sessions/${encodeURIComponent(slugOrId)}/calendar.ics`,
      canPay: () => registrationDeps.ports.startCheckout !== null,
    },
  });

  const check = createVerify({
    database,
    clock,
    own: [{ rule: 'days', find: wrongDays, repair: recountRegistrations }],
  });
  const verify = async (options: VerifyOptions = {}) => {
    const found = await check(options);
    return { found, kept: await keepVerification(database.read, found, clock.now(), options.by) };
  };

  return {
    mailAdminController: createMailAdminController({
      database,
      clock,
      mail,
      siteUrl,
      upcomingReminders: (session, now) => upcomingReminders(database.read, session, now),
    }),
    messageDoors: {
      messages: createMessages({ database, clock }),
      preview: async (audience, texts, locale) =>
        mail.previewMessage(locale, (texts[locale] ?? texts.en ?? texts.de)!, await someoneOf(database.read, audience)),
      sessions: (query) => findSessions(database.read, query, clock.now()),
      async select(which, by) {
        const filter = 'filter' in which ? which.filter : null;
        const condition = await chosenNow(which);
        const { id, people } = await database.read.transaction((trx) =>
          freeze(trx, condition, { filter, by: by.name, now: clock.now() }),
        );
        return { selection: id, people };
      },
    },
    planning: createPlanning({
      database,
      clock,
      timezone: programme.timezone,
      documents: createSessionDocuments(strapi),
      conflictRules: async () => (await programme.current()).conflicts,
      foresee: createForeseeChange(registrationDeps),
      foreseeReminders,
      slugOfCopy,
      addressOf: ({ slug, documentId }) => links.session(slug ?? documentId, 'en'),
    }),
    runSheetDoors,
    odooDoors: {
      readSettings: () => readOdooSettings(database.read),
      async saveSettings(next, by = SYSTEM) {
        const saved = await saveOdooSettings(database, next, clock.now(), by);
        await partners.takeAlong();
        return saved;
      },
    },
    historyDoors: {
      read: (query) => readHistory(database.read, query),
      choices: () => readChoices(database.read),
    },
    rosterDoors: {
      ...createActs({ database, clock, change: createStaffDoor(strapi) }),
      views: createViews({ database, clock }),
      page: async (query) => readPage(database.read, query, await programme.timezone()),
      detail: (documentId, titles) => readDetail(database.read, documentId, { titles, now: clock.now() }),
      choices: () => readRosterChoices(database.read),
      sessions: (query) => findSessions(database.read, query, clock.now()),
      move: async (documentId, session, by) => (await registrations.move(documentId, session, by)).documentId,
    },
    intakeDoors: {
      ...createIntakes({ database, clock, foreseeMails: registrationDeps.foreseeMails }),
      ...createReport({ database }),
      sessions: (query) => findSessions(database.read, query, clock.now()),
    },
    bulk: createBulk({
      database,
      clock,
      condition: chosenNow,
      foresee: foreseeTogether(registrationDeps),
    }),
    exports: createExports({
      database,
      clock,
      log: strapi.log,
      timezone: programme.timezone,
      people: { count: countChosen, ids: readChosenIds, rows: readChosenRows },
    }),
    queueDoors: createQueueDoors({
      database,
      clock,
      kinds: jobs,
      async failedElsewhere(sql) {
        const [failed] = await rows<{ mails: number; partners: number }>(
          sql,
          `select (select count(*)::int from webinars_mails where state = 'failed') as mails,
                  (select count(*)::int from webinars_links where state in ('failed', 'gone')) as partners`,
        );
        return failed!;
      },
    }),
    checkDoors: {
      list: () => readVerifications(database.read),
      one: (at, locale) => readVerification(database.read, at, locale),
      async repair(at, by) {
        const seen = await readVerification(database.read, at, 'en');
        if (!seen) throw notFound('This check');
        const found = seen.found.map(({ rule, session }) => ({ rule, session: session?.documentId ?? null }));
        // Of thousands only the first are kept: who repairs those has seen how many there are.
        const isWhole = found.length === seen.differences;
        const { kept, found: after } = await verify({ repair: true, by, ...(isWhole ? { seen: found } : {}) });
        return { ...kept, repaired: after.repaired, by: by.name };
      },
    },
    deadLetters: () => deadLetters(database.read),
    replayDeadLetters: (ids, by = SYSTEM) =>
      database.inTransaction((trx) => replayDeadLetters(trx, ids, by, clock.now())),
    async verify(options) {
      const { found } = await verify(options);
      return { ...found, differences: found.differences.map((one) => inWords(one, 'en')) };
    },
    overview: {
      readOverview: createReadOverview({
        database,
        clock,
        timezone: programme.timezone,
        lastVerification,
        partners: partners.cards,
      }),
      readPeriod: createReadPeriod({ database, clock, timezone: programme.timezone }),
      readActivity: createReadActivity({ database, clock }),
      async verify(by) {
        const { kept } = await verify({ by });
        const subject = { kind: 'programme', documentId: 'programme' };
        const verified = { action: 'programme.verified', subject, data: { differences: kept.differences } };
        await database.inTransaction((trx) => writeAudit(trx, [verified], by, clock.now()));
        return kept;
      },
    },
    peopleDoors: { read: createReadPeople({ database, clock }) },
  };
};
