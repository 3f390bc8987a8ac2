/** The frame of a page with a list: heading, filters and content. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CreateLink } from '../forms/create-link';
import type { ResourceType } from '../routing/paths';
import { usePageTitle } from '../routing/use-page-title';
import { FilterBar, type FilterBarProps } from './filter-bar';
import classes from './list-page.module.css';

interface Props extends FilterBarProps {
  readonly title: string;
  /** The type of the resources, if all have one. */
  readonly type?: ResourceType;
  /** Shown above the filters, which do not apply to it. */
  readonly overview?: ReactNode;
  readonly children: ReactNode;
}

export function ListPage({ title, type, overview, children, ...filters }: Props): ReactNode {
  const heading = usePageTitle(title);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {type !== undefined && <CreateLink type={type} />}
      </div>
      {overview}
      <FilterBar {...filters} />
      {children}
    </div>
  );
}
