import { styled } from 'styled-components';

// Mails are made for a white ground and bring their own colours, whatever the admin's theme.
const Frame = styled.iframe`
  display: block;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #ffffff;
  color-scheme: light;
  max-width: 100%;
  margin: 0 auto;
`;

/** A mail's HTML as a mail program shows it. The empty sandbox lets nothing in it run, open, or reach this page. */
export const MailFrame = ({
  html,
  title,
  width = '100%',
  height = 640,
}: {
  html: string;
  title: string;
  width?: string;
  height?: number;
}) => <Frame sandbox="" srcDoc={html} title={title} style={{ width, height }} />;
