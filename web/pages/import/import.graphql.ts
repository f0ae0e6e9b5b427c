import { graphql, type ResultOf } from '../../graphql.js';

export const ImportQuery = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      id
      state
      createdAt
      error
      progress { phase done total }
      files {
        name
        size
        format
        kind
        header
        sample
        encoding
        delimiter
        proposedMapping { column field }
        proposedDateOrder
        proposedDecimalSign
        proposedCurrency
      }
      report {
        customers { added updated unchanged }
        invoices { added updated unchanged }
        credits { added updated unchanged }
        allocations { added updated unchanged }
        rates { added updated unchanged }
        totals { currency invoices credits open }
        badRowCount
        badRows(first: 100) { nodes { file line column value sentence } }
        warningCount
        warnings(first: 100) { nodes { file line column value sentence } }
        removesDemoBook
        suggestedAsOf
        seconds
      }
    }
  }
`);

export const ImportKindsQuery = graphql(`
  query ImportKinds {
    importKinds {
      kind
      title
      description
      fields { field title required inOurFile description shape example }
    }
  }
`);

export const ImportsQuery = graphql(`
  query Imports($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        state
        createdAt
        files { name }
        report { badRowCount customers { added } invoices { added } }
      }
    }
  }
`);

export const MapImportFile = graphql(`
  mutation MapImportFile($input: MapImportFileInput!) {
    mapImportFile(input: $input) { id }
  }
`);

export const PostImport = graphql(`
  mutation PostImport($input: PostImportInput!) {
    postImport(input: $input) { id }
  }
`);

export type Import = ResultOf<typeof ImportQuery>['import'];
export type ImportFile = Import['files'][number];
export type ImportReport = NonNullable<Import['report']>;
export type BadRow = ImportReport['badRows']['nodes'][number];
export type ImportKind = ResultOf<typeof ImportKindsQuery>['importKinds'][number];
