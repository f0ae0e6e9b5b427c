/** All that a prospect must say before its form can be sent in. */
export const completeForm = {
  companyName: 'Ink Works Ltd',
  entityType: 'COMPANY',
  country: 'GB',
  registrationNumber: '00123456',
  contactName: 'Ida Ink',
  contactEmail: 'ida@ink.example',
};
