/** Attaches a file: the user chooses or drops it, checks its name and size, and uploads it. Nobody can remove it later. */
import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { VerdictBox } from '../../../actions/verdict-box';
import { useAnnounce } from '../../../components/announcer';
import { Progress } from '../../../components/progress';
import classes from './case-parts.module.css';
import { isFocusHere } from './focus';
import { fileSize, sizeProblem, storedName } from './upload-rules';
import { useUpload } from './use-upload';

interface Props {
  /** The global id of the case. */
  readonly id: string;
  /** Why the caller cannot attach files; undefined when the caller can. */
  readonly barrier: string | undefined;
  /** Reads the attachments again. */
  readonly reload: () => void;
}

export function AttachmentUpload({ id, barrier, reload }: Props): ReactNode {
  const [chosen, setChosen] = useState<{ readonly file: File; readonly key: number }>();
  const [dropProblem, setDropProblem] = useState<string>();
  const [isOver, setIsOver] = useState(false);
  const [isUploading, setIsUploading] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const barrierId = useId();
  const choose = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    const problem = isUploading
      ? 'Another file is being uploaded. Wait until it has arrived, or cancel its upload.'
      : more.length > 0
        ? 'Choose one file at a time.'
        : undefined;
    setDropProblem(problem);
    if (file !== undefined && problem === undefined)
      setChosen((earlier) => ({ file, key: (earlier?.key ?? 0) + 1 }));
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const onUploading = useCallback((isRunning: boolean) => {
    setIsUploading(isRunning);
    if (!isRunning) setDropProblem(undefined);
  }, []);
  const close = () => {
    setChosen(undefined);
    button.current?.focus();
  };
  return (
    <section className={classes.upload} aria-label="Attach a file">
      <div
        className={classes.dropZone}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          // Without this the browser would open the file.
          event.preventDefault();
          setIsOver(barrier === undefined);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          if (barrier === undefined) choose(event.dataTransfer.files);
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File"
          onChange={({ currentTarget }) => {
            choose(currentTarget.files);
          }}
        />
        <Button
          ref={button}
          variant="default"
          size="xs"
          disabled={barrier !== undefined || isUploading}
          aria-describedby={barrier === undefined ? undefined : barrierId}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </Button>
        <Text size="sm" c="var(--console-quiet)">
          or drop it here, up to 100 MiB
        </Text>
      </div>
      {barrier !== undefined && (
        <Text id={barrierId} size="sm" className={classes.barrier}>
          {barrier}
        </Text>
      )}
      {dropProblem !== undefined && (
        <Text size="sm" role="alert" className={classes.problem}>
          {dropProblem}
        </Text>
      )}
      {chosen !== undefined && barrier === undefined && (
        <ChosenFile
          key={chosen.key}
          id={id}
          file={chosen.file}
          reload={reload}
          close={close}
          onUploading={onUploading}
        />
      )}
    </section>
  );
}

interface ChosenProps {
  readonly id: string;
  readonly file: File;
  readonly reload: () => void;
  readonly close: () => void;
  /** Says whether the file is being uploaded. */
  readonly onUploading: (isUploading: boolean) => void;
}

function ChosenFile({ id, file, reload, close, onUploading }: ChosenProps): ReactNode {
  const announce = useAnnounce();
  const name = storedName(file.name);
  const problem = sizeProblem(file.size);
  const { percent, verdict, canStart, start, cancel } = useUpload(id, file, () => {
    announce(`${name} was uploaded. AWS checks it now.`);
    reload();
  });
  const form = useRef<HTMLDivElement>(null);
  const firstButton = useRef<HTMLButtonElement>(null);
  const isBusy = percent !== undefined;
  useEffect(() => {
    firstButton.current?.focus();
  }, []);
  useEffect(() => {
    // The pressed button is gone: another one is the first now.
    if (isFocusHere(form.current)) firstButton.current?.focus();
    onUploading(isBusy);
    return () => {
      onUploading(false);
    };
  }, [isBusy, onUploading]);
  const next = verdict?.next ?? [];
  const isDone = verdict?.tone === 'success';
  return (
    <div ref={form} className={classes.form}>
      <div>
        <Text size="sm" fw={600} className={classes.text}>
          {file.name}
        </Text>
        <Text size="sm" c="var(--console-quiet)" className={classes.text}>
          {fileSize(file.size)}
          {name !== file.name && ` · AWS stores it as ${name}`}
        </Text>
      </div>
      {problem !== undefined && (
        <Text size="sm" role="alert" className={classes.problem}>
          {problem}
        </Text>
      )}
      {isBusy && (
        <div
          role="progressbar"
          aria-label={`Upload of ${name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <Progress percent={percent} />
        </div>
      )}
      <div role="status" aria-live="polite" className={classes.outcome}>
        {verdict !== undefined && <VerdictBox verdict={verdict} isBusy={false} />}
      </div>
      {verdict === undefined && !isBusy && problem === undefined && (
        <Text size="sm" c="var(--console-quiet)">
          Everybody who can read the case can download the file. It cannot be removed.
        </Text>
      )}
      <div className={classes.buttons}>
        {isBusy ? (
          <Button ref={firstButton} variant="default" size="xs" onClick={cancel}>
            Cancel the upload
          </Button>
        ) : (
          <Button ref={firstButton} variant="default" size="xs" onClick={close}>
            {isDone ? 'Close' : 'Do not upload'}
          </Button>
        )}
        {next.includes('READ_AGAIN') && (
          <Button variant="default" size="xs" onClick={reload}>
            Read the attachments again
          </Button>
        )}
        {!isBusy && !isDone && problem === undefined && (
          <Button size="xs" disabled={!canStart} onClick={start}>
            {next.includes('SEND_AGAIN') ? 'Retry' : 'Upload'}
          </Button>
        )}
      </div>
    </div>
  );
}
