import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import type { Page } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { BadRowSort, BadRowsArgs } from './findings.inputs.js';
import { type BadRow, BadRowPage, Import, ImportKindInfo, ImportPage, ImportReport } from './import.view.js';
import { ImportEntries } from './import-entries.js';
import { ImportsArgs, MapImportFileInput, PostImportInput } from './imports.inputs.js';
import { kinds } from './kinds.js';
import { UploadedImports } from './uploaded-imports.service.js';

@Resolver(() => Import)
export class ImportsResolver {
  constructor(
    private readonly entries: ImportEntries,
    private readonly uploaded: UploadedImports,
  ) {}

  @Allow('imports.read')
  @Query(() => Import, { description: 'One import.' })
  import(@Args('id', { type: () => ID, description: 'Its key.' }) id: string): Promise<Import> {
    return this.entries.byId(id);
  }

  @Allow('imports.read')
  @Query(() => ImportPage, { description: 'Imports, the newest first.' })
  imports(@Args() args: ImportsArgs): Promise<Page<Import>> {
    return this.entries.page(args);
  }

  @Allow('imports.read')
  @Query(() => [ImportKindInfo], { description: 'The kinds of files, and which fields each can hold.' })
  importKinds(): readonly ImportKindInfo[] {
    return kinds;
  }

  @Allow('imports.post')
  @Mutation(() => Import, {
    description:
      'Says what the columns of a file mean, and checks the import again. It is remembered for the next file with the same header.',
  })
  mapImportFile(
    @Args('input', { description: 'Which file, and what it means.' }) input: MapImportFileInput,
  ): Promise<Import> {
    return this.uploaded.map(input);
  }

  @Allow('imports.post')
  @Mutation(() => Import, { description: 'Writes a checked import to the book: all rows or none, or all good ones.' })
  postImport(@Args('input', { description: 'Which, and how.' }) input: PostImportInput): Promise<Import> {
    return this.uploaded.requestPost(input);
  }
}

@Resolver(() => ImportReport)
export class ImportReportResolver {
  @ResolveField(() => BadRowPage, {
    description: 'Rows that cannot be imported; at most 1,000 are kept, the downloadable files hold all.',
  })
  badRows(@Parent() report: ImportReport, @Args() args: BadRowsArgs): Page<BadRow> {
    return pageOfRows('bad rows', report.badRows, args);
  }

  @ResolveField(() => BadRowPage, { description: 'Rows that are taken but worth a look; at most 1,000 are kept.' })
  warnings(@Parent() report: ImportReport, @Args() args: BadRowsArgs): Page<BadRow> {
    return pageOfRows('warnings', report.warnings, args);
  }
}

/** The rows stand in the order of their files. */
function pageOfRows(name: string, rows: readonly BadRow[], args: BadRowsArgs): Page<BadRow> {
  const { file, column, search } = args.filter ?? {};
  const placed = rows.map((row, place) => ({ ...row, place }));
  const wanted = placed.filter(
    (row) =>
      (file === undefined || row.file === file) &&
      (column === undefined || row.column === column) &&
      anyHolds(search, row.value ?? '', row.sentence),
  );
  return sortedPage(wanted, args, {
    name,
    value: (row) => (args.sort === BadRowSort.COLUMN ? (row.column ?? '') : row.place),
    key: ({ place }) => place,
  });
}
