using Microsoft.Extensions.Logging;

namespace SupplyShockSim.Cli.Hosting;

/// <summary>Logs one plain line for each message, at once. The console logger of the framework writes from a thread of its own, which costs start-up time.</summary>
internal sealed class LineLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(this);

    public void Dispose()
    {
    }

    private sealed class LineLogger(LineLoggerProvider owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}";
            lock (owner._gate)
            {
                owner.Write(exception is null ? line : $"{line} ({exception.Message})");
            }
        }
    }

    private void Write(string line) => writer.WriteLine(line);
}
