/** Cells that all resources have. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ExternalIcon } from '../components/icons';
import { Missing } from '../components/time';
import { GoneMark } from '../live/gone';
import { resourcePath, type ResourceType } from '../routing/paths';

interface NameProps {
  readonly type: ResourceType;
  readonly id: string;
  /** Null when AWS has none; the cell then shows `fallback`. */
  readonly name: string | null | undefined;
  readonly fallback: string;
}

/** The link to the page of the resource. */
export function NameCell({ type, id, name, fallback }: NameProps): ReactNode {
  return (
    <>
      <Anchor component={Link} href={resourcePath(type, id)} inherit data-row-link>
        {name ?? fallback}
      </Anchor>
      <GoneMark id={id} />
    </>
  );
}

/** @param name names the resource for screen readers */
export function ConsoleLink({
  url,
  name,
}: {
  readonly url: string | null | undefined;
  readonly name: string;
}): ReactNode {
  if (url == null) return <Missing />;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" inherit className="console-external">
      Open <span className="console-visually-hidden">{name} in the AWS console</span>
      <ExternalIcon size={14} />
    </Anchor>
  );
}

export function PlainText({ value }: { readonly value: string | null | undefined }): ReactNode {
  return value == null || value === '' ? <Missing /> : value;
}
