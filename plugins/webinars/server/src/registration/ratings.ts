import { rows, type Trx } from '../kernel/database';

// Who is on stage: the primary speaker and the panel. The moderator introduces, and the backup stays at home.
const ON_STAGE = `(select session_id, speaker_id from sessions_speaker_lnk union all select session_id, speaker_id from sessions_panelists_lnk)`;

const SPEAKERS_OF_SESSION = `select distinct p.document_id
    from sessions s join ${ON_STAGE} l on l.session_id = s.id join speakers p on p.id = l.speaker_id
   where s.document_id = ?`;

// A speaker is one row per language, and each has a performance of its own.
const PERFORMANCES = `speakers twin join speakers_cmps k on k.entity_id = twin.id and k.field = 'performance'
    join components_speaker_performances c on c.id = k.cmp_id`;

/** A session's average, from its rows. The caller holds the session's lock. */
export const rateSession = async (trx: Trx, sessionDocumentId: string): Promise<void> => {
  await rows(
    trx,
    `update sessions s set average_rating = (
       select round(avg(r.rating), 2) from registrations r
        where r.session_document_id = s.document_id and r.rating is not null and r.state <> 'cancelled')
      where s.document_id = ?`,
    [sessionDocumentId],
  );
};

/**
 * The averages of everyone on a session's stage, each over all their sessions. Their rows are locked by a statement of its own, in one
 * order: the next statement sees what was said meanwhile about another session of the same speaker, whose lock is not ours.
 */
export const rateSpeakers = async (trx: Trx, sessionDocumentId: string): Promise<void> => {
  await rows(
    trx,
    `select c.id from ${PERFORMANCES} where twin.document_id in (${SPEAKERS_OF_SESSION}) order by c.id for update of c`,
    [sessionDocumentId],
  );
  await rows(
    trx,
    `with on_stage as (${SPEAKERS_OF_SESSION}), held as (
       select distinct o.document_id as speaker, s.document_id as session
         from on_stage o join speakers p on p.document_id = o.document_id
         join ${ON_STAGE} l on l.speaker_id = p.id join sessions s on s.id = l.session_id
     ), averages as (
       select h.speaker, round(avg(r.rating), 2) as rating
         from held h join registrations r on r.session_document_id = h.session and r.rating is not null and r.state <> 'cancelled'
        group by h.speaker
     )
     update components_speaker_performances shown set average_rating = a.rating
       from averages a join (select twin.document_id as speaker, c.id from ${PERFORMANCES}) mine on mine.speaker = a.speaker
      where shown.id = mine.id`,
    [sessionDocumentId],
  );
};
