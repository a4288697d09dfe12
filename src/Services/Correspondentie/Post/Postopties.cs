namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// How e-mail is sent (section <c>Smtp</c>): over a server (<c>Host</c>), or as files into a pick-up folder (<c>Ophaalmap</c>).
/// </summary>
public sealed class Smtpopties
{
    public string? Host { get; set; }
    public int Port { get; set; } = 25;
    public string Afzender { get; set; } = "";

    /// <summary>Use STARTTLS, and refuse a server without it.</summary>
    public bool Tls { get; set; }

    public string? Gebruiker { get; set; }
    public string? Wachtwoord { get; set; }
    public string? Ophaalmap { get; set; }

    /// <summary>How many e-mails one address gets in 24 hours; what comes after those goes as a letter. 0 for no limit.</summary>
    public int PerAdres { get; set; } = 10;

    public bool HeeftServer => !string.IsNullOrEmpty(Host);
}

/// <summary>Where letters go for printing (section <c>Post</c>).</summary>
public sealed class Briefopties
{
    /// <summary>By default <c>brieven</c> in the pick-up folder of the e-mail.</summary>
    public string? Ophaalmap { get; set; }
}
