/** What is assumed otherwise, as the server takes it; what is no number is left to the policy. */
export const assumptionsOf = (typed: Readonly<Record<string, string>>): { key: string; value: number }[] =>
  Object.entries(typed).flatMap(([key, text]) => {
    const value = Number(text.trim().replace(',', '.'));
    return text.trim() === '' || !Number.isFinite(value) ? [] : { key, value };
  });
