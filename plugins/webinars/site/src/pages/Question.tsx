/** One question with one button, or what became of it: unsubscribing, and consent to news. */
export type QuestionModel = {
  title: string;
  text: string;
  /** The button, where there is still something to do. */
  button: { action: string; label: string } | null;
  link: { href: string; label: string } | null;
};

export const Question = ({ model: { title, text, button, link } }: { model: QuestionModel }) => (
  <>
    <h1>{title}</h1>
    <div class="card">
      <p>{text}</p>
      {(button || link) && (
        <div class="acts">
          {button && (
            <form method="post" action={button.action}>
              <button class="button" type="submit">
                {button.label}
              </button>
            </form>
          )}
          {link && <a href={link.href}>{link.label}</a>}
        </div>
      )}
    </div>
  </>
);
