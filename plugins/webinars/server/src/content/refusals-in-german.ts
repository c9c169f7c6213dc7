/**
 * What the rules refuse a form with, in German; English is what they say by themselves. Keyed by the English sentence, `{…}` for what varies
 * in it. What is missing here is told in English: a sentence that nobody translated is better than none.
 */
const SENTENCES: Record<string, string> = {
  // Sessions
  'A session needs a start.': 'Ein Termin braucht einen Beginn.',
  'This is not an IANA time zone, such as Europe/Berlin.': 'Dies ist keine IANA-Zeitzone wie Europe/Berlin.',
  'Registration has to close after it opens.': 'Die Anmeldung muss schließen, nachdem sie geöffnet hat.',
  'The early-bird price cannot be above the regular price.':
    'Der Frühbucherpreis kann nicht über dem regulären Preis liegen.',
  '"{word}" is the address of another page. Choose another one, or leave it empty.':
    '„{word}“ ist die Adresse einer anderen Seite. Wählen Sie eine andere, oder lassen Sie das Feld leer.',
  'Another session has this address already.': 'Ein anderer Termin hat diese Adresse bereits.',
  'Capacity cannot be negative. Leave it empty for no limit.':
    'Die Zahl der Plätze kann nicht negativ sein. Ohne Grenze bleibt das Feld leer.',
  'A session lasts at least a minute.': 'Ein Termin dauert mindestens eine Minute.',
  'A new session is a draft or published.': 'Ein neuer Termin ist ein Entwurf oder veröffentlicht.',
  'A session that is {state} cannot become {state}. Nothing was saved.':
    'Ein Termin im Zustand „{state}“ kann nicht „{state}“ werden. Es wurde nichts gespeichert.',
  'People have registered for this session. Cancel it instead of unpublishing it. Nothing was saved.':
    'Für diesen Termin gibt es Anmeldungen. Sagen Sie ihn ab, statt ihn zurückzuziehen. Es wurde nichts gespeichert.',
  '{somebody} changed this session on {instant}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the session in another window and compare.':
    '{somebody} hat diesen Termin am {instant} geändert, nachdem Sie ihn geöffnet hatten. Von Ihnen wurde nichts gespeichert, Ihr Formular ist, wie Sie es verlassen haben: Laden Sie den Termin in einem anderen Fenster und vergleichen Sie.',
  'This session went live on {instant}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the session in another window and compare.':
    'Dieser Termin hat am {instant} begonnen, nachdem Sie ihn geöffnet hatten. Von Ihnen wurde nichts gespeichert, Ihr Formular ist, wie Sie es verlassen haben: Laden Sie den Termin in einem anderen Fenster und vergleichen Sie.',
  'This session ended on {instant}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the session in another window and compare.':
    'Dieser Termin ist seit {instant} beendet, nachdem Sie ihn geöffnet hatten. Von Ihnen wurde nichts gespeichert, Ihr Formular ist, wie Sie es verlassen haben: Laden Sie den Termin in einem anderen Fenster und vergleichen Sie.',
  'No reminder is called "{rule}". The mail settings have: {rules}.':
    'Keine Erinnerung heißt „{rule}“. In den Mail-Einstellungen gibt es: {rules}.',
  '"{rule}" stands here twice. Keep one of the two.': '„{rule}“ steht hier zweimal. Behalten Sie eines davon.',
  // Registrations
  'This e-mail address already has an active registration for this session. Nothing was saved.':
    'Mit dieser E-Mail-Adresse gibt es für diesen Termin bereits eine gültige Anmeldung. Es wurde nichts gespeichert.',
  'All seats are taken and this session has no waitlist. Raise its capacity first. Nothing was saved.':
    'Alle Plätze sind vergeben, und dieser Termin hat keine Warteliste. Erhöhen Sie zuerst die Zahl der Plätze. Es wurde nichts gespeichert.',
  'Registration has not opened yet. Nothing was saved.':
    'Die Anmeldung hat noch nicht begonnen. Es wurde nichts gespeichert.',
  'Registration is closed. Nothing was saved.': 'Die Anmeldung ist geschlossen. Es wurde nichts gespeichert.',
  'This session was cancelled. Nothing was saved.': 'Dieser Termin wurde abgesagt. Es wurde nichts gespeichert.',
  'This session is paid and payment is not set up. Set the payment status to "not required" or "completed" to give the seat without a checkout. Nothing was saved.':
    'Dieser Termin kostet etwas, und Zahlungen sind nicht eingerichtet. Setzen Sie den Zahlungsstatus auf „nicht nötig“ oder „bezahlt“, um den Platz ohne Bezahlvorgang zu vergeben. Es wurde nichts gespeichert.',
  'Choose the session this person registers for.': 'Wählen Sie den Termin, für den sich diese Person anmeldet.',
  'Somebody else changed this registration on {instant}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the registration in another window and compare.':
    'Jemand anderes hat diese Anmeldung am {instant} geändert, nachdem Sie sie geöffnet hatten. Von Ihnen wurde nichts gespeichert, Ihr Formular ist, wie Sie es verlassen haben: Laden Sie die Anmeldung in einem anderen Fenster und vergleichen Sie.',
  'A registration that is {state} cannot become {state}. Nothing was saved.':
    'Eine Anmeldung im Zustand „{state}“ kann nicht „{state}“ werden. Es wurde nichts gespeichert.',
  'No seat is free. Raise the capacity of the session first, or leave this person in line. Nothing was saved.':
    'Es ist kein Platz frei. Erhöhen Sie zuerst die Zahl der Plätze, oder lassen Sie diese Person in der Warteliste. Es wurde nichts gespeichert.',
  'Others are ahead of this person in line. Nothing was saved.':
    'Auf der Warteliste stehen andere vor dieser Person. Es wurde nichts gespeichert.',
  'This seat is paid. Set the payment status to "completed" or "not required" to confirm it by hand. Nothing was saved.':
    'Dieser Platz kostet etwas. Setzen Sie den Zahlungsstatus auf „bezahlt“ oder „nicht nötig“, um ihn von Hand zu bestätigen. Es wurde nichts gespeichert.',
  'A registration keeps its session. Cancel it and register this person for the other session. Nothing was saved.':
    'Eine Anmeldung behält ihren Termin. Stornieren Sie sie, und melden Sie die Person für den anderen Termin an. Es wurde nichts gespeichert.',
  'A registration cannot be duplicated: one person has one place. Create a new one instead.':
    'Eine Anmeldung lässt sich nicht duplizieren: Eine Person hat einen Platz. Legen Sie stattdessen eine neue an.',
  'This is no country that we know (such as DE, by ISO 3166-1).':
    'Dies ist kein Land, das wir kennen (wie DE, nach ISO 3166-1).',
  'This is no company size: {sizes}.': 'Dies ist keine Unternehmensgröße: {sizes}.',
  // Whatever is written
  'Something else still needs this, so it was not deleted.':
    'Etwas anderes braucht dies noch, deshalb wurde es nicht gelöscht.',
  'This is a list of short texts.': 'Dies ist eine Liste kurzer Texte.',
  'No entry may be empty.': 'Kein Eintrag darf leer sein.',
  'This contains characters that cannot be read.': 'Dies enthält Zeichen, die sich nicht lesen lassen.',
  'This number is too large.': 'Diese Zahl ist zu groß.',
  'An address begins with https://, or with / for a file on this server.':
    'Eine Adresse beginnt mit https://, oder mit / für eine Datei auf diesem Server.',
  'This is required.': 'Dies wird benötigt.',
  'This is not an e-mail address.': 'Dies ist keine E-Mail-Adresse.',
  'This is not a web address (https://…).': 'Dies ist keine Webadresse (https://…).',
  'This is not valid here.': 'Dies ist hier nicht gültig.',
  'This may have at most {n} characters.': 'Dies darf höchstens {n} Zeichen haben.',
  'This needs at least {n} characters.': 'Dies braucht mindestens {n} Zeichen.',
};

const STATES: Record<string, string> = {
  draft: 'Entwurf',
  published: 'veröffentlicht',
  live: 'live',
  completed: 'beendet',
  cancelled: 'abgesagt',
};

const REGISTRATION_STATES: Record<string, string> = {
  pending_payment: 'Zahlung offen',
  pending_approval: 'wartet auf Freigabe',
  confirmed: 'bestätigt',
  waitlisted: 'auf der Warteliste',
  attended: 'teilgenommen',
  no_show: 'nicht erschienen',
  cancelled: 'storniert',
};

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const PATTERNS = Object.entries(SENTENCES).map(([english, german]) => ({
  pattern: new RegExp(`^${escaped(english).replace(/\{\w+\}/g, '(.+?)')}$`, 's'),
  states: english.startsWith('A registration') ? REGISTRATION_STATES : STATES,
  german,
}));

/** A refusal's sentence in German; as it came where nobody has translated it. */
export const inGerman = (english: string): string => {
  for (const { pattern, states, german } of PATTERNS) {
    const found = pattern.exec(english);
    if (!found) continue;
    const values = found.slice(1);
    return german.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values.shift()!;
      if (name === 'somebody' && value === 'Somebody else') return 'Jemand anders';
      return name === 'state' ? (states[value] ?? value) : value;
    });
  }
  return english;
};
