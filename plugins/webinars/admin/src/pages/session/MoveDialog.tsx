import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { ForeseenMove, RunSheetItem } from '../../../../contracts/run-sheet';
import { Notice } from '../../parts/Notice';
import { useProblemText, type Problem } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useSettled } from '../../use-settled';
import { spanOf, UNIT_NAMES, UNITS, type Unit } from '../mail-settings/span';
import { useWords } from './use-words';

type Reminder = Extract<RunSheetItem, { kind: 'reminder' }>;

/** Another distance from the start for one reminder of one session, with the instant it comes to. */
export const MoveDialog = ({
  session,
  reminder,
  timezone,
  isBusy,
  problem,
  onMove,
  onClose,
}: {
  session: string;
  reminder: Reminder;
  timezone: string;
  isBusy: boolean;
  problem: Problem | null;
  onMove(minutes: number): void;
  onClose(): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { at, distance, titleOf } = useWords(timezone);
  const begin = spanOf(reminder.minutes ?? UNITS.days);
  const [amount, setAmount] = useState<number | undefined>(begin.amount);
  const [unit, setUnit] = useState<Unit>(begin.unit);
  const minutes = Math.round((amount ?? 0) * UNITS[unit]);
  const asked = useSettled(minutes, 250);
  const foreseen = useLoad<{ data: ForeseenMove }>(
    asked > 0 ? `/webinars-admin/sessions/${session}/reminders/${reminder.rule}/move` : null,
    { minutes: asked },
  );
  const found = asked === minutes && foreseen.isFresh ? foreseen.body?.data : undefined;
  const usual = reminder.usualMinutes;
  const isUnchanged = minutes === reminder.minutes;

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('move.title', { title: titleOf(reminder) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral800">{text('move.hint')}</Typography>
            <Flex gap={4} alignItems="flex-end" wrap="wrap">
              <Field.Root name="amount">
                <Field.Label>{text('rule.amount')}</Field.Label>
                <NumberInput value={amount} onValueChange={setAmount} />
              </Field.Root>
              <Field.Root name="unit">
                <Field.Label>{text(reminder.template === 'follow_up' ? 'rule.after' : 'rule.before')}</Field.Label>
                <SingleSelect value={unit} onChange={(next) => setUnit(next as Unit)}>
                  {UNIT_NAMES.map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {text(`rule.${one}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              {usual !== null && minutes !== usual && (
                <Button
                  variant="ghost"
                  onClick={() => {
                    const span = spanOf(usual);
                    setAmount(span.amount);
                    setUnit(span.unit);
                  }}
                >
                  {text('move.usual', { usual: distance(usual, reminder.template) })}
                </Button>
              )}
            </Flex>
            <Typography role="status" textColor={found?.isPast ? 'danger600' : 'neutral800'} minHeight="2rem" tag="p">
              {found ? text(found.isPast ? 'move.past' : 'move.goes_out', { at: at(found.at) }) : '…'}
            </Typography>
            {foreseen.problem && minutes > 0 && <Notice tone="warning">{say(foreseen.problem)}</Notice>}
            {problem && (
              <Notice tone="danger" isSudden>
                {say(problem)}
              </Notice>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Button
            loading={isBusy}
            disabled={isUnchanged || minutes < 1 || found?.isPast === true}
            onClick={() => onMove(minutes)}
          >
            {text('move.move')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
