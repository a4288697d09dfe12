using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace WmoPlatform.Keten.Aanmelding;

/// <summary>The sign-in behind an authorization code. The code expires at Tot.</summary>
internal sealed record Inlog(
    string Client, string RedirectUri, string CodeChallenge, string? Nonce, string Scope, Identiteit Wie, DateTimeOffset Tot);

/// <summary>Authorization codes. Each code works once, until its <see cref="Inlog.Tot"/>.</summary>
internal sealed class Inlogcodes
{
    private readonly ConcurrentDictionary<string, Inlog> _codes = new();

    public string Geef(Inlog inlog)
    {
        foreach (var (oud, wat) in _codes)
            if (wat.Tot < DateTimeOffset.UtcNow) _codes.TryRemove(oud, out _);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _codes[code] = inlog;
        return code;
    }

    public Inlog? Neem(string? code) =>
        code is not null && _codes.TryRemove(code, out var inlog) && inlog.Tot >= DateTimeOffset.UtcNow ? inlog : null;
}
