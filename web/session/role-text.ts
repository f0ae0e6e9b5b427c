import type { Role } from './me.js';

export const roleText: Record<Role, { title: string; does: string }> = {
  MANAGER: { title: 'Manager', does: 'Runs the book, releases holds, reads the audit.' },
  FINANCE: { title: 'Finance', does: 'Imports, reminds, puts orders on hold.' },
  SALES: { title: 'Sales', does: 'Vets prospects, sees the customers it owns.' },
  AUDITOR: { title: 'Auditor', does: 'Sees everything, changes nothing.' },
  ADMIN: { title: 'Administrator', does: 'Says who may sign in, and sets up the book.' },
};
