import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import classes from './reminders.module.css';
import {
  CompareTemplate,
  languageText,
  PreviewTemplate,
  SendTest,
  SetTemplate,
  situationText,
  type Template,
} from './templates.graphql.js';

/** The words on one side, what they say to a real customer on the other. */
export function TemplateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const say = useSay();
  const { language, situation, step } = template;
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const [shortText, setShortText] = useState(template.shortText);
  const [shown, setShown] = useState({ subject, body, shortText });
  const input = { language, situation, step, subject, body, shortText };
  const set = useAct(SetTemplate, () => {
    say('Set. Messages planned from now on say it so.');
    onClose();
  });
  const compare = useAct(CompareTemplate, () => {
    say('Half of the customers get these words from now on. The list says what comes of it.');
    onClose();
  });
  const isChanged = subject !== template.subject || body !== template.body || shortText !== template.shortText;
  const test = useAct(SendTest, ({ sendTestReminder: { to } }) => say(`A test is on its way to ${to}.`));
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${situationText[situation]}, ${languageText[language]}${step ? `, step ${step}` : ''}`}
      size="xl"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 100 }}
    >
      <div className="stack">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            set.mutate({ input });
          }}
        >
          <TextInput
            label="Subject"
            description="Fields such as {due} are filled for each customer."
            required
            maxLength={200}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Textarea
            label="Words"
            description="An empty line begins a paragraph. {list} stands where the invoices are listed. How to dispute, and that bank details never change by e-mail, is added to e-mails and letters."
            required
            autosize
            minRows={7}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <Textarea
            label="Text message"
            description="The same in short, with the same fields and without the list. A pay link is added where there is one."
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={shortText}
            onChange={(event) => setShortText(event.currentTarget.value)}
          />
          <Refused error={set.error ?? test.error ?? compare.error} />
          <div className="row">
            <Button
              variant="default"
              onClick={() => {
                set.reset();
                test.reset();
                setShown({ subject, body, shortText });
              }}
            >
              Show what it says
            </Button>
            <Allowed to="settings.change">
              <Button
                variant="default"
                loading={test.isPending}
                onClick={() => {
                  set.reset();
                  test.mutate({ input });
                }}
              >
                Send a test to yourself
              </Button>
              <Button
                variant="default"
                disabled={!isChanged}
                loading={compare.isPending}
                onClick={() => {
                  set.reset();
                  test.reset();
                  compare.mutate({ input });
                }}
              >
                Try them on half of the customers
              </Button>
              <Button
                type="submit"
                loading={set.isPending}
                onClick={() => {
                  test.reset();
                  compare.reset();
                }}
              >
                Set the words
              </Button>
            </Allowed>
          </div>
        </form>
        <Preview input={{ language, situation, step, ...shown }} />
      </div>
    </Modal>
  );
}

function Preview({
  input,
}: {
  input: Pick<Template, 'language' | 'situation' | 'step' | 'subject' | 'body' | 'shortText'>;
}) {
  const asked = useAsk(PreviewTemplate, { input });
  const of = asked.data?.previewReminderTemplate;
  return (
    <section className="stack" aria-labelledby="preview" aria-busy={asked.isFetching}>
      <h3 id="preview">What it says</h3>
      {asked.error ? (
        <Refused error={asked.error} />
      ) : of ? (
        <>
          <dl className={classes.facts}>
            <dt>Customer</dt>
            <dd>{of.customerName}</dd>
            <dt>To</dt>
            <dd>{of.to ?? 'No address is known'}</dd>
            <dt>Subject</dt>
            <dd>{of.subject}</dd>
          </dl>
          <iframe className={classes.frame} title={`What it says to ${of.customerName}`} sandbox="" srcDoc={of.html} />
          <details>
            <summary>As text</summary>
            <pre className={classes.text}>{of.text}</pre>
          </details>
          <p className="muted small">As a text message, sent and paid for as {of.segments}:</p>
          <pre className={classes.text}>{of.shortText}</pre>
        </>
      ) : (
        <p className="muted">Finding a customer it fits …</p>
      )}
    </section>
  );
}
