/** Where the browser keeps a campaign that is being typed, with the one that it changes. */
export const CAMPAIGN_KEY = 'campaign-draft';
