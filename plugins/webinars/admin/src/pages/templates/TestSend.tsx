import { useState } from 'react';
import { useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { problemOf, useProblemText } from '../../problem';
import { useText } from '../../translate';

/** Sends what the preview shows to one address, without saving it. */
export const TestSend = ({ path, request }: { path: string; request: object }) => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const own = useAuth('TestSend', ({ user }) => user?.email) ?? '';
  const [to, setTo] = useState(own);
  const [isSending, setIsSending] = useState(false);

  const send = async () => {
    setIsSending(true);
    try {
      await post(path, { ...request, to });
      toggleNotification({ type: 'success', message: text('templates.test_sent', { to }) });
    } catch (error) {
      const problem = problemOf(error);
      const isTheText = problem.faults.some((fault) => fault.path[fault.path.length - 1] !== 'to');
      toggleNotification({
        type: 'danger',
        message:
          problem.code === 'INVALID' ? text(isTheText ? 'templates.faulty' : 'templates.test_address') : say(problem),
      });
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Flex
      tag="form"
      gap={2}
      alignItems="flex-end"
      wrap="wrap"
      onSubmit={(event: { preventDefault(): void }) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field.Root name="to" style={{ flex: 1, minWidth: '18rem' }}>
        <Field.Label>{text('templates.test_to')}</Field.Label>
        <TextInput type="email" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </Field.Root>
      <Button type="submit" variant="secondary" size="L" startIcon={<PaperPlane />} loading={isSending} disabled={!to}>
        {text('templates.test')}
      </Button>
    </Flex>
  );
};
