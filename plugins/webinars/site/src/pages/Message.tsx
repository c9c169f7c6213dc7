/** A page that only says something: what happened, what was kept, what to do next. */
export type MessageModel = { title: string; text: string; link: { href: string; label: string } | null };

export const Message = ({ model: { title, text, link } }: { model: MessageModel }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    {link && (
      <p>
        <a class="button quiet" href={link.href}>
          {link.label}
        </a>
      </p>
    )}
  </>
);
