using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>The events that a service reacts to, each with the call of its reaction.</summary>
/// <param name="types">The events.</param>
internal sealed class Reactions(IEnumerable<Type> types)
{
    private readonly Dictionary<string, (Type Type, Func<IServiceProvider, Gebeurtenis, Task> React)> _all =
        types.ToDictionary(Gebeurtenissen.Naam, type => (type, Call(type)));

    /// <summary>Lets the reaction to an event handle it.</summary>
    public Task React(IServiceProvider services, Gebeurtenis announcement) =>
        _all[Gebeurtenissen.Naam(announcement.GetType())].React(services, announcement);

    public bool TryGet(string name, [NotNullWhen(true)] out Type? type)
    {
        type = _all.TryGetValue(name, out var found) ? found.Type : null;
        return type is not null;
    }

    private static Func<IServiceProvider, Gebeurtenis, Task> Call(Type type) => typeof(Reactions)
        .GetMethod(nameof(ReactTo), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
        .CreateDelegate<Func<IServiceProvider, Gebeurtenis, Task>>();

    private static Task ReactTo<T>(IServiceProvider services, Gebeurtenis announcement) where T : Gebeurtenis =>
        services.GetRequiredService<IReaction<T>>().Handle((T)announcement, CancellationToken.None);
}
