import type { ReactNode } from 'react';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { countryName } from '../../../../contracts/countries';
import type { RosterDetail } from '../../../../contracts/roster';
import { SESSION } from '../../content-manager';
import { EntryLink } from '../../parts/EntryLink';
import { Fact, Facts } from '../../parts/Facts';
import { BouncedBadge, MailStateBadge } from '../../parts/MailStateBadge';
import { InlineText } from '../../parts/InlineText';
import { Panel } from '../../parts/Panel';
import { RegistrationStateBadge } from '../../parts/RegistrationStateBadge';
import { mailPath, mailsPath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useContentLocale } from '../../use-locale';
import { useMoney } from '../../use-money';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';
import { useWord } from './words';

type Part = { registration: RosterDetail };

const useInstant = () => {
  const { formatDate } = useIntl();
  return (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
};

/** A fact that is there; what nobody said takes no room. */
const Said = ({ name, children }: { name: string; children: string | null | undefined }) =>
  children ? <Fact name={name}>{children}</Fact> : null;

const Nothing = ({ children }: { children: string }) => <Typography textColor="neutral600">{children}</Typography>;

export const Person = ({
  registration: { person, reference, registeredAt, source },
  action,
}: Part & { action?: ReactNode }) => {
  const text = useText();
  const word = useWord();
  const language = useContentLocale();
  const at = useInstant();
  return (
    <Panel title={text('roster.person')} action={action}>
      <Facts>
        <Fact name={text('edit.email')}>{person.email}</Fact>
        <Said name={text('edit.company')}>{person.company}</Said>
        <Said name={text('edit.companySize')}>{person.companySize && word('size', person.companySize)}</Said>
        <Said name={text('edit.position')}>{person.position}</Said>
        <Said name={text('edit.country')}>{person.country && countryName(person.country, language)}</Said>
        <Said name={text('edit.phone')}>{person.phone}</Said>
        <Said name={text('edit.website')}>{person.website}</Said>
        <Fact name={text('roster.locale')}>{text(`language.${person.locale}`)}</Fact>
        <Said name={text('roster.timezone')}>{person.timezone}</Said>
        <Fact name={text('roster.column.reference')}>{reference}</Fact>
        <Fact name={text('roster.column.registered')}>{at(registeredAt)}</Fact>
        <Said name={text('roster.source')}>
          {[source.name, ...Object.values(source.utm)].filter(Boolean).join(' · ') || null}
        </Said>
        {person.others > 0 && (
          <Fact name={text('roster.others')}>
            <Link tag={NavLink} to={registrationsPath({ search: person.email })}>
              {text('roster.others_count', { count: person.others })}
            </Link>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
};

export const Standing = ({ registration }: Part) => {
  const text = useText();
  const word = useWord();
  const at = useInstant();
  const { formatDate } = useIntl();
  const { session, state, waitlistPosition, waitlistLength, holdExpiresAt, cancelReason, cancelledAt } = registration;
  return (
    <Panel title={text('roster.standing')}>
      <Facts>
        <Fact name={text('mails.state')}>
          <RegistrationStateBadge state={state} />
        </Fact>
        {waitlistPosition !== null && (
          <Fact name={text('roster.line')}>
            {text('roster.place_of', { place: waitlistPosition, length: waitlistLength })}
          </Fact>
        )}
        {holdExpiresAt && <Fact name={text('roster.held')}>{at(holdExpiresAt)}</Fact>}
        {cancelReason && <Fact name={text('roster.reason')}>{word('cancelled', cancelReason)}</Fact>}
        {cancelledAt && <Fact name={text('roster.cancelled_at')}>{at(cancelledAt)}</Fact>}
        <Fact name={text('mails.session')}>
          <EntryLink uid={SESSION} documentId={session.documentId}>
            {session.title}
          </EntryLink>
        </Fact>
        <Fact name={text('column.start')}>
          {formatDate(session.datetime, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: session.timezone,
          })}
        </Fact>
        <Fact name={text('column.seats')}>
          {session.capacity === null
            ? text('overview.taken', { taken: session.taken })
            : text('overview.taken_of', { taken: session.taken, capacity: session.capacity })}
        </Fact>
        <Fact name={text('roster.in_session')}>
          <Link tag={NavLink} to={registrationsPath({ sessions: session.documentId })}>
            {text('roster.see_all')}
          </Link>
        </Fact>
      </Facts>
    </Panel>
  );
};

export const Answers = ({ registration: { answers } }: Part) => {
  const text = useText();
  const word = useWord();
  const said = [
    ['edit.specificQuestions', answers.specificQuestions],
    ['edit.learningObjectives', answers.learningObjectives],
    ['edit.industryVertical', answers.industryVertical],
    ['roster.challenges', answers.currentChallenges.join(', ')],
    ['roster.expertise', answers.expertiseInterest.join(', ')],
    ['roster.follow_up', answers.followUpPreferences && word('follow_up', answers.followUpPreferences)],
    ['roster.services', answers.interestedServices.map((service) => word('service', service)).join(', ')],
    ['roster.consultation', answers.consultationInterest ? text('history.yes') : null],
    ['edit.specialRequirements', answers.specialRequirements],
    ['edit.accessibilityNeeds', answers.accessibilityNeeds],
  ] as const;
  const given = said.filter(([, answer]) => answer);
  return (
    <Panel title={text('roster.answers')}>
      {given.length === 0 ? (
        <Nothing>{text('roster.no_answers')}</Nothing>
      ) : (
        <Facts>
          {given.map(([name, answer]) => (
            <Said key={name} name={text(name)}>
              {answer}
            </Said>
          ))}
        </Facts>
      )}
    </Panel>
  );
};

export const Attendance = ({ registration: { attendance, session } }: Part) => {
  const text = useText();
  const at = useInstant();
  const { joinedAt, leftAt, minutes, questionsAsked, chatMessages, engagement, rating, feedback } = attendance;
  const isRecorded = joinedAt !== null || minutes !== null || rating !== null;
  return (
    <Panel title={text('roster.attendance')}>
      {!isRecorded ? (
        <Nothing>{text('roster.no_attendance')}</Nothing>
      ) : (
        <Facts>
          {joinedAt && <Fact name={text('roster.joined')}>{at(joinedAt)}</Fact>}
          {leftAt && <Fact name={text('roster.left')}>{at(leftAt)}</Fact>}
          {minutes !== null && (
            <Fact name={text('roster.there')}>
              {text('roster.minutes_of', { minutes, duration: session.duration })}
            </Fact>
          )}
          {minutes !== null && (
            <Fact name={text('roster.took_part')}>
              {text('roster.spoke', { questions: questionsAsked, messages: chatMessages })}
            </Fact>
          )}
          {engagement !== null && (
            <Fact name={text('roster.engagement')}>{text('roster.engagement_of', { engagement })}</Fact>
          )}
          {rating !== null && <Fact name={text('roster.rating')}>{text('roster.rating_of', { rating })}</Fact>}
          <Said name={text('roster.feedback')}>{feedback}</Said>
        </Facts>
      )}
    </Panel>
  );
};

export const Payment = ({ registration: { payment } }: Part) => {
  const text = useText();
  const word = useWord();
  const money = useMoney();
  const { status, amount, currency, method, reference } = payment;
  return (
    <Panel title={text('roster.payment')}>
      <Facts>
        <Fact name={text('mails.state')}>{word('payment', status)}</Fact>
        {amount !== null && currency && <Fact name={text('roster.amount')}>{money(amount, currency)}</Fact>}
        <Said name={text('roster.method')}>{method}</Said>
        <Said name={text('roster.transaction')}>{reference}</Said>
      </Facts>
    </Panel>
  );
};

/** The words that stood beside the box. */
const Wording = ({ text: words, language }: { text: string | null; language: 'en' | 'de' | null }) => {
  const text = useText();
  return (
    <Typography variant="pi" textColor="neutral700" lang={words === null ? undefined : (language ?? undefined)}>
      {words === null ? (
        text('consent.unknown_words')
      ) : (
        <q>
          <InlineText text={words} />
        </q>
      )}
    </Typography>
  );
};

export const Consents = ({ registration: { consents, news } }: Part) => {
  const text = useText();
  const word = useWord();
  const at = useInstant();
  return (
    <Panel title={text('roster.consents')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {consents.map(({ what, given, textVersion, language, wording, at: instant }) => (
          <Flex key={what} tag="li" direction="column" alignItems="flex-start">
            <Typography textColor="neutral800">
              {text(given ? 'consent.given' : 'consent.not_given', { what: word('consent', what) })}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {text('consent.version', { version: textVersion, at: at(instant) })}
            </Typography>
            <Wording text={wording} language={language} />
          </Flex>
        ))}
        {news && (
          <Flex tag="li" direction="column" alignItems="flex-start">
            <Typography textColor="neutral800">{text(`consent.news.${news.state}`)}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {text('consent.version', { version: news.textVersion, at: at(news.at) })}
            </Typography>
            <Wording text={news.wording} language={news.language} />
          </Flex>
        )}
        {consents.length === 0 && !news && (
          <li>
            <Nothing>{text('roster.no_consents')}</Nothing>
          </li>
        )}
      </Flex>
    </Panel>
  );
};

export const Mails = ({ registration: { documentId, mails, hasMoreMails } }: Part) => {
  const text = useText();
  const at = useInstant();
  const opens = useMayDo(PERMISSIONS.readMails);
  return (
    <Panel title={text('roster.mails')}>
      {mails.length === 0 ? (
        <Nothing>{text('panel.no_mails')}</Nothing>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {mails.map((mail) => {
            const subject = mail.subject ?? text(`kind.${mail.kind}`);
            return (
              <Flex key={mail.id} tag="li" gap={3} justifyContent="space-between" alignItems="flex-start">
                <Flex direction="column" alignItems="flex-start" style={{ minWidth: 0 }}>
                  {opens ? (
                    <Link tag={NavLink} to={mailPath(mail.id)}>
                      {subject}
                    </Link>
                  ) : (
                    <Typography textColor="neutral800">{subject}</Typography>
                  )}
                  <Typography variant="pi" textColor="neutral600">
                    {`${text(`kind.${mail.kind}`)} · ${at(mail.sentAt ?? mail.createdAt)}`}
                  </Typography>
                </Flex>
                <Flex gap={1} wrap="wrap" justifyContent="flex-end">
                  <MailStateBadge state={mail.state} />
                  {mail.bouncedAt && <BouncedBadge />}
                </Flex>
              </Flex>
            );
          })}
        </Flex>
      )}
      {hasMoreMails && opens && (
        <Link tag={NavLink} to={mailsPath({ registration: documentId })}>
          {text('panel.all_mails')}
        </Link>
      )}
    </Panel>
  );
};
