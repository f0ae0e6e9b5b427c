export default function P() {
  return <h1>soon</h1>;
}
