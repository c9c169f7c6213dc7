/** What has just been done. */
export const Notice = ({ text }: { text: string | null }) =>
  text && (
    <p class="notice good" role="status">
      {text}
    </p>
  );
