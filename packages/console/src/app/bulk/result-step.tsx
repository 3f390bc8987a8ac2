/** The last step of a bulk change: the outcome of each resource, those that need a person first. */
import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { VerdictBox } from '../actions/verdict-box';
import { copyText } from '../components/clipboard';
import { groupReports, OUTCOME_LABELS, reportText, type Report } from './bulk-report';
import classes from './bulk.module.css';
import { ResourceNames } from './resource-names';

interface Props {
  /** The change in words. */
  readonly title: string;
  readonly reports: readonly Report[];
}

export function ResultStep({ title, reports }: Props): ReactNode {
  return (
    <>
      {groupReports(reports).map(({ outcome, tone, title: words, texts, resources }) => (
        <section key={JSON.stringify([words, texts])} aria-label={OUTCOME_LABELS[outcome]}>
          <VerdictBox
            verdict={{ tone, title: `${words}: ${resources.length} of ${reports.length}`, texts }}
            isBusy={false}
          />
          <ResourceNames resources={resources} />
        </section>
      ))}
      <CopyText text={reportText(title, reports)} />
    </>
  );
}

/** Where the browser has no clipboard, the text is shown. */
function CopyText({ text }: { readonly text: string }): ReactNode {
  const [state, setState] = useState<'idle' | 'failed' | { readonly copied: string }>('idle');
  const copy = async () => {
    try {
      await copyText(text);
      setState({ copied: text });
    } catch {
      setState('failed');
    }
  };
  const isCopied = typeof state === 'object' && state.copied === text;
  return (
    <div className={classes.copy}>
      <Button size="compact-sm" variant="subtle" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy as text'}
      </Button>
      {state === 'failed' && (
        <Textarea
          label="The browser has no clipboard for this page: copy the text here"
          readOnly
          value={text}
          rows={6}
        />
      )}
    </div>
  );
}
