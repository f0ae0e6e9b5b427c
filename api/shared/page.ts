import { createHash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { BadInput } from './refusal.js';

export enum SortDirection {
  ASC = 'asc',
  DESC = 'desc',
}
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which end of a list comes first.',
  valuesMap: {
    ASC: { description: 'Smallest, earliest or A first.' },
    DESC: { description: 'Largest, latest or Z first.' },
  },
});

/** The most rows one page may hold: enough for any screen, too few to stall the server. */
export const MOST_ROWS = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: `How many rows: 1 to ${MOST_ROWS}.` })
  @Min(1)
  @Max(MOST_ROWS)
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which the page begins: `endCursor` of the page before.',
  })
  @IsOptional()
  after?: string;
}

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` to get the next page; null on an empty page.',
  })
  endCursor: string | null;
}

export interface Page<T> {
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The GraphQL type of a page of `node`; a subclass gives it its name. */
export function Paged<T>(node: Type<T>) {
  @ObjectType({ isAbstract: true })
  abstract class PageOf implements Page<T> {
    @Field(() => [node], { description: 'The rows of this page.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has.' })
    totalCount: number;
  }
  return PageOf;
}

/** Marks the cursors of one list in one order, so that none is taken for a place in another. */
export const markOf = (...list: string[]): string =>
  createHash('sha256').update(list.join(' ')).digest('base64url').slice(0, 6);

export const cursorOf = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a cursor whose first one is the mark of the list. */
export function fromCursor(cursor: string, mark: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values[0] === mark) return values.slice(1);
  } catch {
    // said below
  }
  throw new BadInput(
    'The cursor in “after” is not one of this list in this order. Leave it out to start at the first page.',
  );
}

/**
 * Makes a page of rows read with `limit first + 1`: the extra row only tells that more follow.
 * `cursor` gives the mark of the list and the values it is sorted by, the key last.
 */
export function pageOf<T>(rows: T[], first: number, totalCount: number, cursor: (row: T) => unknown[]): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount,
    pageInfo: { hasNextPage: rows.length > first, endCursor: last === undefined ? null : cursorOf(cursor(last)) },
  };
}
