// For `script/serve` only: loads the page anew after each build.

const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/.well-known/trunk/ws`);
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === "reload") location.reload();
  if (message.type === "buildFailure") console.error(message.data.reason);
};
