import { Component, type ReactNode } from 'react';
import { Failed } from './Faces.js';

type Props = { what: string; children: ReactNode };

/** A page that breaks, or whose file did not arrive, leaves the rest of the product standing. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Failed what={this.props.what} error={this.state.error} retry={() => location.reload()} />;
  }
}
